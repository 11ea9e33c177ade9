# What the scripts of the Galera cluster share. Ports: proxy base, statements base+1..3, group base+11..13, transfers of what
# a returning node missed base+21..23, of the whole data base+31..33.

library=/usr/lib/galera/libgalera_smm.so

configure() {
    local node=$1
    local group=$((base + 10 + node))
    {
        common_settings "$node"
        cat << END
innodb-autoinc-lock-mode=2
wsrep-on=ON
wsrep-provider=$library
wsrep-cluster-name=licence
wsrep-cluster-address=gcomm://127.0.0.1:$((base + 11)),127.0.0.1:$((base + 12)),127.0.0.1:$((base + 13))
wsrep-node-name=node$node
wsrep-node-address=127.0.0.1:$group
wsrep-node-incoming-address=127.0.0.1:$(sql_port "$node")
wsrep-slave-threads=4
wsrep-sst-method=mariabackup
wsrep-sst-auth=$me:
wsrep-sst-receive-address=127.0.0.1:$((base + 30 + node))
# A transaction that lost is repeated by Licence Desk as a whole; its single statements, by the server.
wsrep-retry-autocommit=4
# A node that is silent for three seconds is left out, and the others go on.
wsrep-provider-options="base_port=$group;gmcast.listen_addr=tcp://127.0.0.1:$group;ist.recv_addr=127.0.0.1:$((base + 20 + node));gcache.size=128M;evs.keepalive_period=PT0.5S;evs.inactive_check_period=PT0.25S;evs.suspect_timeout=PT3S;evs.inactive_timeout=PT6S;evs.install_timeout=PT6S;repl.causal_read_timeout=PT5S"
END
    } > "$dir/$node/my.cnf"
}

is_synced() {
    [ "$(sql "$1" "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'wsrep_local_state'")" = 4 ] &&
        [ "$(sql "$1" "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'wsrep_ready'")" = ON ]
}

is_cluster_running() {
    for other in $nodes; do
        if is_running "$other"; then
            return 0
        fi
    done
    return 1
}

# Where node $1 stands, which does not run: the cluster's identity and the number of its last transaction.
position() {
    local recovered
    mariadbd --defaults-file="$dir/$1/my.cnf" --user="$me" --wsrep-recover --log-error="$dir/$1/recover.log" \
        > /dev/null 2>&1 || true
    recovered=$(sed -n 's/.*WSREP: Recovered position: \([-0-9a-f]*:-\{0,1\}[0-9]*\).*/\1/p' "$dir/$1/recover.log" | tail -n 1)
    rm -f "$dir/$1/recover.log"
    echo "${recovered:-00000000-0000-0000-0000-000000000000:-1}"
}

# Starts node $1 as a member of a cluster that runs. Where it knows what it has, it gets what it missed, and not everything.
join() {
    is_running "$1" && return
    launch "$1" --wsrep-start-position="$(position "$1")"
    wait_for 120 is_synced "$1" || die "Node $1 does not join: see $dir/$1/mariadbd.log"
}

# Starts node $1 as the first of a cluster of which nobody runs.
bootstrap() {
    sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' "$dir/$1/data/grastate.dat" 2> /dev/null || true
    launch "$1" --wsrep-new-cluster --wsrep-start-position="$(position "$1")"
    wait_for 60 is_synced "$1" || die "Node $1 does not start: see $dir/$1/mariadbd.log"
}
