# What the scripts of both shapes share; sourced by them. Each node has a directory of its own in the cluster's directory:
# DIR/1, DIR/2, DIR/3, with my.cnf, data/ and mariadbd.log. DIR/licence.env holds the settings for Licence Desk.

# Whoever starts the cluster runs its servers, and signs in to them over the socket without a password.
me=$(id -un)
nodes="1 2 3"

die() {
    echo "$*" >&2
    exit 1
}

# The directory of the cluster as an absolute path, and its lowest port, which was chosen when it was made.
use_cluster() {
    dir=$(realpath -m "$1")
    [ -f "$dir/base-port" ] || die "There is no cluster in $dir: start makes one"
    base=$(cat "$dir/base-port")
}

make_cluster() {
    dir=$(realpath -m "$1")
    base=${2:-13300}
    for tool in mariadbd mariadb-install-db mariadb-backup haproxy socat; do
        command -v "$tool" > /dev/null || PATH=$PATH:/usr/sbin command -v "$tool" > /dev/null ||
            die "$tool is missing: apt-get install mariadb-server mariadb-backup galera-4 haproxy socat"
    done
    mkdir -p "$dir"
    chmod 700 "$dir"
    echo "$base" > "$dir/base-port"
    umask 077
    random > "$dir/licence-password"
    random > "$dir/check-password"
}

random() {
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

# The port at which node $1 takes statements. The proxy has the lowest port of all.
sql_port() {
    echo $((base + $1))
}

require_node() {
    case $1 in
        1 | 2 | 3) ;;
        *) die "There is no node $1: 1, 2 or 3" ;;
    esac
}

# What is the same on every node of both shapes.
common_settings() {
    cat << END
[mariadbd]
datadir=$dir/$1/data
socket=mariadbd.sock
pid-file=$dir/$1/mariadbd.pid
log-error=$dir/$1/mariadbd.log
bind-address=127.0.0.1
port=$(sql_port "$1")
server-id=$1
skip-name-resolve
character-set-server=utf8mb4
collation-server=utf8mb4_uca1400_ai_ci
default-time-zone=+00:00
max-connections=400
max-allowed-packet=64M
innodb-buffer-pool-size=${LICENCE_BUFFER_POOL:-256M}
innodb-log-file-size=64M
# A commit that was answered is on the disk.
innodb-flush-log-at-trx-commit=1
binlog-format=ROW
END
}

# An empty data directory, of which each node gets a copy.
make_data() {
    if [ ! -d "$dir/empty" ]; then
        mariadb-install-db --no-defaults --user="$me" --datadir="$dir/empty" --skip-test-db \
            --auth-root-authentication-method=socket --auth-root-socket-user="$me" > "$dir/install.log" 2>&1 ||
            die "The data directory cannot be made: see $dir/install.log"
    fi
    mkdir -p "$dir/$1"
    cp -a "$dir/empty" "$dir/$1/data"
}

# The accounts: one for Licence Desk, which may use its database and nothing else, and one for the checks of the proxy.
accounts() {
    cat << END
CREATE DATABASE IF NOT EXISTS licence;
CREATE OR REPLACE USER licence@'127.0.0.1' IDENTIFIED BY '$(cat "$dir/licence-password")';
GRANT ALL PRIVILEGES ON licence.* TO licence@'127.0.0.1';
CREATE OR REPLACE USER check_cluster@'127.0.0.1' IDENTIFIED BY '$(cat "$dir/check-password")';
END
}

# Runs the statements on node $1, as its administrator, and prints bare values.
sql() {
    local node=$1
    shift
    (cd "$dir/$node/data" && timeout "${patience:-10}" mariadb --no-defaults --socket=mariadbd.sock --user="$me" \
        --skip-column-names --batch --connect-timeout=3 --execute="$*")
}

pid_of() {
    cat "$dir/$1/mariadbd.pid" 2> /dev/null || true
}

is_running() {
    local pid
    pid=$(pid_of "$1")
    [ -n "$pid" ] && kill -0 "$pid" 2> /dev/null && grep -q "$dir/$1/my.cnf" "/proc/$pid/cmdline" 2> /dev/null
}

# Starts the server of node $1 with further options, and returns at once.
launch() {
    local node=$1
    shift
    rm -f "$dir/$node/mariadbd.pid"
    setsid mariadbd --defaults-file="$dir/$node/my.cnf" --user="$me" "$@" \
        > "$dir/$node/mariadbd.out" 2>&1 < /dev/null &
    launched=$!
}

# Waits until the command is true, for at most so many seconds, or until the server that was launched last has ended.
wait_for() {
    local seconds=$1
    shift
    local until=$((SECONDS + seconds))
    until "$@" > /dev/null 2>&1; do
        [ "$SECONDS" -lt "$until" ] || return 1
        [ -z "${launched:-}" ] || kill -0 "$launched" 2> /dev/null || return 1
        sleep 0.1
    done
}

answers() {
    [ "$(sql "$1" 'SELECT 1')" = 1 ]
}

# Ends the server of node $1: in order, or after that time by SIGKILL.
end_node() {
    local node=$1
    local pid
    pid=$(pid_of "$node")
    is_running "$node" || return 0
    kill -CONT "$pid" 2> /dev/null || true
    kill -TERM "$pid" 2> /dev/null || true
    unset launched
    wait_for "${2:-30}" has_ended "$pid" || kill -KILL "$pid" 2> /dev/null || true
    wait_for 10 has_ended "$pid" || return 1
}

# A process that nobody has asked about yet has ended as well.
has_ended() {
    ! kill -0 "$1" 2> /dev/null || grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2> /dev/null
}

# The proxy, which asks each node with the check that is named, and leads to the first that passes.
start_proxy() {
    local check=$1
    cat > "$dir/check" << END
#!/bin/sh
# haproxy's arguments: its own address and port, the server's address and port.
exec "$here/../check" "$check" "\$4" "$dir/check-password"
END
    chmod 700 "$dir/check"
    {
        cat << END
global
    pidfile $dir/haproxy.pid
    external-check
    insecure-fork-wanted
    maxconn 1000
defaults
    mode tcp
    timeout connect 2s
    # Longer than any pause of the product between two statements; a dead peer is found by the checks.
    timeout client 1h
    timeout server 1h
    timeout check 2s
listen licence
    bind 127.0.0.1:$base
    option external-check
    external-check path /usr/bin:/bin
    external-check command $dir/check
    default-server inter 1s fall 2 rise 2 on-marked-down shutdown-sessions
END
        for node in $nodes; do
            echo "    server node$node 127.0.0.1:$(sql_port "$node") check$([ "$node" = 1 ] || echo ' backup')"
        done
    } > "$dir/haproxy.cfg"
    end_proxy
    PATH=$PATH:/usr/sbin haproxy -D -f "$dir/haproxy.cfg" > "$dir/haproxy.log" 2>&1 || die "haproxy does not start: see $dir/haproxy.log"
}

end_proxy() {
    local pid
    pid=$(cat "$dir/haproxy.pid" 2> /dev/null || true)
    if [ -n "$pid" ] && grep -q "$dir/haproxy.cfg" "/proc/$pid/cmdline" 2> /dev/null; then
        kill -TERM "$pid" 2> /dev/null || true
        unset launched
        wait_for 5 has_ended "$pid" || kill -KILL "$pid" || true
    fi
    rm -f "$dir/haproxy.pid"
}

# What Licence Desk is started with. The driver takes the first of the nodes that can be written to.
write_settings() {
    local hosts
    hosts=$(for node in $nodes; do printf ',127.0.0.1:%s' "$(sql_port "$node")"; done)
    cat > "$dir/licence.env" << END
LICENCE_DB_URL=jdbc:mariadb:sequential://${hosts#,}/licence
LICENCE_DB_USER=licence
LICENCE_DB_PASSWORD=$(cat "$dir/licence-password")
END
}
