# One machine at Hetzner Cloud that runs deploy/docker-compose.yml behind Caddy. Nobody has applied this yet: docs/deploy/README.md.
terraform {
  required_version = ">= 1.6"
  required_providers {
    hcloud = {
      source  = "hetznercloud/hcloud"
      version = "~> 1.49"
    }
  }
}

provider "hcloud" {
  token = var.hcloud_token
}

resource "hcloud_ssh_key" "operator" {
  name       = "${var.name}-operator"
  public_key = var.ssh_public_key
}

resource "hcloud_firewall" "server" {
  name = var.name

  rule {
    description = "ssh, for the operator"
    direction   = "in"
    protocol    = "tcp"
    port        = "22"
    source_ips  = var.operator_networks
  }

  rule {
    description = "http, for certificates and the way to https"
    direction   = "in"
    protocol    = "tcp"
    port        = "80"
    source_ips  = ["0.0.0.0/0", "::/0"]
  }

  rule {
    description = "https"
    direction   = "in"
    protocol    = "tcp"
    port        = "443"
    source_ips  = ["0.0.0.0/0", "::/0"]
  }
}

# Docker keeps its volumes here: the machine can be replaced, this cannot.
resource "hcloud_volume" "data" {
  name              = "${var.name}-data"
  size              = var.volume_gb
  location          = var.location
  format            = "ext4"
  delete_protection = true
}

resource "hcloud_server" "server" {
  name         = var.name
  server_type  = var.server_type
  image        = "debian-12"
  location     = var.location
  ssh_keys     = [hcloud_ssh_key.operator.id]
  firewall_ids = [hcloud_firewall.server.id]
  backups      = true

  user_data = templatefile("${path.module}/cloud-init.yaml", {
    hostname = var.hostname
    volume   = hcloud_volume.data.linux_device
  })
}

resource "hcloud_volume_attachment" "data" {
  volume_id = hcloud_volume.data.id
  server_id = hcloud_server.server.id
  automount = false
}
