variable "hcloud_token" {
  description = "A token of the project, read and write"
  type        = string
  sensitive   = true
}

variable "name" {
  description = "What the machine and its parts are called"
  type        = string
  default     = "gymgenius"
}

variable "hostname" {
  description = "The name of the app, e.g. gym.example; its DNS record points at the address that comes out"
  type        = string
}

variable "ssh_public_key" {
  description = "Key of whoever runs it"
  type        = string
}

variable "operator_networks" {
  description = "Networks that may come in by ssh"
  type        = list(string)
}

variable "location" {
  description = "Where it stands"
  type        = string
  default     = "nbg1"
}

variable "server_type" {
  description = "How large it is; 2 processors and 4 GB do for a gym"
  type        = string
  default     = "cx22"
}

variable "volume_gb" {
  description = "Room for the database and its backups"
  type        = number
  default     = 20

  validation {
    condition     = var.volume_gb >= 10
    error_message = "Ten gigabytes at least."
  }
}
