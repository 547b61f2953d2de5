# docker build -t kube-rounds:0.1.0-SNAPSHOT .
# docker run --rm -v "$PWD/reports:/reports" kube-rounds:0.1.0-SNAPSHOT inspect --source /app/shop.yaml --report-dir /reports

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
COPY templates templates
RUN --mount=type=cache,target=/m2 mvn -q -B -Dmaven.repo.local=/m2 package -DskipTests
RUN java -Djarmode=tools -jar target/kube-rounds.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN useradd --uid 65532 --user-group --no-create-home --home-dir /tmp rounds && install -d -o 65532 -g 65532 /reports
COPY --from=build /app /app
COPY --from=build /build/src/main/resources/sample/shop.yaml /app/shop.yaml

# JDK AOT cache. It fits only the same JVM, flags, jars and time stamps: so it is made here, by the JVM that will use it, as the
# last change to the file system. It is trained by a whole round, because most classes are first needed after the start. The
# second round fails the build if the cache cannot be used; later, one that does not fit costs time and nothing else.
# C1 alone suits rounds of seconds; for clusters of 10,000 pods and more take TieredStopAtLevel out, here and below.
# (Flags and failure modes were tried by hand with Temurin 25.0.3; this file itself has not been built yet.)
RUN set -e; \
    flags="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1"; \
    round="-jar /app/kube-rounds.jar inspect --source /app/shop.yaml --report-dir /tmp/training"; \
    java $flags -XX:AOTCacheOutput=/app/kube-rounds.aot $round; \
    java $flags -XX:AOTCache=/app/kube-rounds.aot -XX:AOTMode=on $round; \
    rm -rf /tmp/*

USER 65532:65532
WORKDIR /
# Writes only to the report folder and /tmp. What the JVM has to say goes to stderr: stdout carries results. More JVM options:
# JDK_JAVA_OPTIONS. No shell in between, so SIGTERM reaches the round.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=50", \
    "-XX:AOTCache=/app/kube-rounds.aot", "-Xlog:disable", "-Xlog:all=error:stderr", "-jar", "/app/kube-rounds.jar"]
CMD ["inspect"]
