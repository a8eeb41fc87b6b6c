/** What Veche asks of its own PostgreSQL; `durable: false` is for throw-away clusters of tests only. */
export function postgresSettings(port: number, durable: boolean): string {
  const kept = durable ? 'on' : 'off';
  return `# Written by Veche at every start.
listen_addresses = '127.0.0.1'
port = ${String(port)}
unix_socket_directories = ''
password_encryption = scram-sha-256
max_connections = 200
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 128MB
min_wal_size = 256MB
max_wal_size = 2GB
random_page_cost = 1.1
jit = off
# An accepted ballot survives a power cut.
fsync = ${kept}
full_page_writes = ${kept}
synchronous_commit = ${kept}
log_line_prefix = '%m [%p] %a '
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
`;
}
