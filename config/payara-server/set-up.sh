#!/bin/sh
# Creates a domain of Payara Server for Licence Desk, starts it, and deploys licence.ear if it is named.
# Repeating it on a domain that exists only starts and deploys. See README.md beside this file.
set -eu

usage="usage: set-up.sh PAYARA_HOME [licence.ear]"
payara=${1:?$usage}
ear=${2:-}
domain=${LICENCE_DOMAIN:-licence}
domains=${LICENCE_DOMAIN_DIR:-$payara/glassfish/domains}
address=${LICENCE_HTTP_ADDRESS:-0.0.0.0}
http_port=${LICENCE_HTTP_PORT:-8080}
admin_port=${LICENCE_ADMIN_PORT:-4848}
config=$domains/$domain/config
password_file=$config/admin-password

if [ -n "${JAVA_HOME:-}" ]; then
    AS_JAVA=$JAVA_HOME
    export AS_JAVA
fi

asadmin() {
    "$payara/bin/asadmin" --terse --interactive=false --user admin --passwordfile "$password_file" --port "$admin_port" "$@"
}

if [ ! -d "$config" ]; then
    mkdir -p "$domains"
    umask 077
    created=$(mktemp)
    trap 'rm -f "$created"' EXIT
    echo "AS_ADMIN_PASSWORD=$(od -An -N18 -tx1 /dev/urandom | tr -d ' \n')" > "$created"
    "$payara/bin/asadmin" --terse --interactive=false --user admin --passwordfile "$created" create-domain \
        --domaindir "$domains" --adminport "$admin_port" --instanceport "$http_port" \
        --checkports=false --savelogin=false "$domain"
    cp "$created" "$password_file"

    # Only HTTP, and administration from this machine: nothing else that a full server would listen on.
    server=configs.config.server-config
    cat > "$config/before-start.asadmin" <<EOF
set $server.network-config.network-listeners.network-listener.http-listener-1.address=$address
set $server.network-config.network-listeners.network-listener.http-listener-2.enabled=false
set $server.network-config.network-listeners.network-listener.admin-listener.address=127.0.0.1
set $server.admin-service.jmx-connector.system.enabled=false
set $server.iiop-service.iiop-listener.orb-listener-1.enabled=false
set $server.iiop-service.iiop-listener.SSL.enabled=false
set $server.iiop-service.iiop-listener.SSL_MUTUALAUTH.enabled=false
set $server.hazelcast-config-specific-configuration.enabled=false
set $server.network-config.protocols.protocol.http-listener-1.http.xpowered-by=false
set $server.network-config.protocols.protocol.http-listener-1.http.server-header=false
set $server.microprofile-metrics-configuration.enabled=${LICENCE_METRICS_OPEN:-false}
EOF
    # Otherwise the first deployment turns on a message broker that nobody needs, on every address.
    sed 's|<config name="server-config".*>|&<jms-service type="DISABLED" default-jms-host="none"><jms-host name="none" lazy-init="false"/></jms-service>|' \
        "$config/domain.xml" > "$created"
    cat "$created" > "$config/domain.xml"
fi

if ! "$payara/bin/asadmin" --terse list-domains --domaindir "$domains" | grep -q "^$domain running"; then
    asadmin start-domain --domaindir "$domains" --prebootcommandfile "$config/before-start.asadmin" "$domain"
fi

if [ -n "$ear" ]; then
    asadmin deploy --force --name licence "$ear"
fi
