output "ipv4" {
  description = "Where the DNS record of the hostname points"
  value       = hcloud_server.server.ipv4_address
}

output "ipv6" {
  description = "The same, for AAAA"
  value       = hcloud_server.server.ipv6_address
}
