# What the scripts of the primary with its replicas share. Ports: proxy base, statements base+1..3. DIR/primary holds the
# number of the node that takes changes.

configure() {
    {
        common_settings "$1"
        cat << END
log-bin=$dir/$1/data/binlog
log-slave-updates=ON
relay-log=$dir/$1/data/relay
relay-log-recovery=ON
sync-binlog=1
expire-logs-days=7
gtid-strict-mode=ON
gtid-domain-id=0
slave-parallel-threads=4
# Every server takes no changes until start or promote opens it: a primary that returns by itself does no harm. The account
# of Licence Desk has not the privilege READ_ONLY ADMIN, which passes by this.
read-only=ON
# A transaction that was written by the primary, but which no replica had, is taken back when the primary starts again.
init-rpl-role=SLAVE
# A commit is answered, and seen by others, after a replica has it. The primary waits for that without end.
rpl-semi-sync-master-wait-point=AFTER_SYNC
rpl-semi-sync-master-timeout=18446744073709551615
rpl-semi-sync-master-wait-no-slave=ON
rpl-semi-sync-slave-enabled=ON
END
    } > "$dir/$1/my.cnf"
}

primary() {
    cat "$dir/primary"
}

start_node() {
    is_running "$1" && return
    launch "$1"
    wait_for 60 answers "$1" || die "Node $1 does not start: see $dir/$1/mariadbd.log"
}

# Lets node $1 follow node $2 from where it stands.
follow() {
    sql "$1" "STOP SLAVE; RESET SLAVE ALL; SET GLOBAL read_only = ON;
        SET GLOBAL rpl_semi_sync_master_enabled = OFF; SET GLOBAL rpl_semi_sync_slave_enabled = ON;
        CHANGE MASTER TO master_host = '127.0.0.1', master_port = $(sql_port "$2"), master_user = 'replica',
        master_password = '$(cat "$dir/replica-password")', master_use_gtid = slave_pos, master_connect_retry = 1,
        master_heartbeat_period = 1;
        START SLAVE"
    wait_for 30 is_following "$1" || die "Node $1 does not follow node $2: see $dir/$1/mariadbd.log"
}

is_following() {
    [ "$(slave_status "$1" Slave_IO_Running)" = Yes ] && [ "$(slave_status "$1" Slave_SQL_Running)" = Yes ]
}

# One column of the state of a replica; blank of a node that follows nobody.
slave_status() {
    (cd "$dir/$1/data" && timeout 10 mariadb --no-defaults --socket=mariadbd.sock --user="$me" --vertical \
        --execute="SHOW SLAVE STATUS") | sed -n "s/^ *$2: //p"
}

has_replica() {
    [ "$(sql "$1" "SELECT variable_value FROM information_schema.global_status
        WHERE variable_name = 'Rpl_semi_sync_master_clients'")" -gt 0 ]
}

# Without a replica each commit waits for one, and a copy waits for each commit. Those who wait lose their connection without
# an answer, and the primary takes no changes until open_primary: they would wait all the same.
hold_changes() {
    wait_for 30 hold_once "$1" || die "Node $1 cannot be held: its commits wait for a replica"
}

hold_once() {
    local waiting
    for waiting in $(sql "$1" "SELECT id FROM information_schema.processlist
        WHERE state LIKE 'Waiting for semi-sync ACK%'"); do
        sql "$1" "KILL $waiting" || true
    done
    patience=2 sql "$1" "SET GLOBAL read_only = ON"
}

# Opens node $1 to changes, which wait for a replica from the first one on.
open_primary() {
    sql "$1" "SET GLOBAL rpl_semi_sync_slave_enabled = OFF; SET GLOBAL rpl_semi_sync_master_enabled = ON;
        SET GLOBAL read_only = OFF"
    echo "$1" > "$dir/primary"
}

# How many transactions node $1 has received: the sequence number of the last one.
received() {
    local position
    position=$(slave_status "$1" Gtid_IO_Pos)
    [ -n "$position" ] || position=$(sql "$1" "SELECT @@gtid_current_pos")
    position=$(echo "$position" | tr ',' '\n' | sed -n 's/^ *0-[0-9]*-//p')
    echo "${position:-0}"
}
