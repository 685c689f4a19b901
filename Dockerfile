# docker build -t thuispost .
# docker run -d --name thuispost --env-file thuispost.env -v thuispost:/data --stop-timeout 20 thuispost
# docker exec thuispost thuispost report

FROM rust:1.95-slim-bookworm AS build
WORKDIR /build
COPY . .
RUN cargo build --profile dist --locked --bin thuispost

# Certificate authorities, time zones and language data are in the program; only the voice is not.
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends espeak-ng opus-tools \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin thuispost \
    && install -d -m 0700 -o thuispost -g thuispost /data
COPY --from=build /build/target/dist/thuispost /usr/local/bin/thuispost
USER thuispost
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["thuispost", "check", "--ready"]
ENTRYPOINT ["thuispost"]
CMD ["serve"]
