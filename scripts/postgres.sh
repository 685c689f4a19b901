# Starts a PostgreSQL of one's own in a temporary folder, for scripts that source this file; they call
# stop_postgres when they leave. `scratch` is the folder, with the socket in it; empty when not started.
# shellcheck shell=bash

scratch=''

# The newest PostgreSQL: a folder with initdb and pg_ctl, or nothing.
postgres_folder() {
    local initdb
    initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1) || true
    [[ -n $initdb ]] || initdb=$(command -v initdb) || return 0
    dirname -- "$initdb"
}

# Only a socket in a folder that nobody else can enter; nothing is written through to the disk.
# The folder is under /tmp whatever TMPDIR says: the path of a socket may not be long.
start_postgres() {
    scratch=$(mktemp -d /tmp/thuispost-check.XXXXXX)
    [[ $EUID -ne 0 ]] || chown "$(postgres_user)" "$scratch"
    as_postgres initdb -D "$scratch/data" -U postgres -A trust -E UTF8 --no-locale -N >"$scratch/setup.log"
    local options="-k $scratch -c listen_addresses='' -c max_connections=300"
    options+=' -c fsync=off -c synchronous_commit=off -c full_page_writes=off'
    as_postgres pg_ctl -D "$scratch/data" -l "$scratch/server.log" -o "$options" -w -t 60 start \
        >>"$scratch/setup.log" || {
        cat "$scratch/setup.log" "$scratch/server.log" >&2
        return 1
    }
}

# as_postgres PROGRAM ARGUMENT...: PostgreSQL refuses to run as root.
as_postgres() {
    local program
    program=$(postgres_folder)/$1
    shift
    if [[ $EUID -eq 0 ]]; then
        (cd / && exec runuser -u "$(postgres_user)" -- "$program" "$@")
    else
        "$program" "$@"
    fi
}

postgres_user() {
    if id postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi
}

stop_postgres() {
    [[ -n $scratch ]] || return 0
    as_postgres pg_ctl -D "$scratch/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf -- "$scratch"
    scratch=''
}
