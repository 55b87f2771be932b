# What run and test share: finding a JDK and Maven, and building what is not built. To be sourced by
# bash, with $project set to the folder of the project.

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The feature number of the JDK in a folder, or nothing.
jdk_feature() {
  [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

is_safe_jdk() {
  case "$(jdk_feature "$1")" in 17 | 18 | 19 | 20 | 21) return 0 ;; esac
  return 1
}

# Prints the first JDK from 17 to 21 of JAVA_HOME, PATH and the folder ${1:-/usr/lib/jvm}.
find_jdk() {
  local on_path candidate
  on_path=$(command -v javac) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" "${1:-/usr/lib/jvm}"/*; do
    if [ -n "$candidate" ] && is_safe_jdk "$candidate"; then
      readlink -f "$candidate"
      return 0
    fi
  done
  fail "HaaS needs a JDK from 17 to 21, and neither JAVA_HOME nor PATH nor ${1:-/usr/lib/jvm} has one: apt-get install openjdk-17-jdk-headless, or set JAVA_HOME."
}

# Whether the EAR, the launcher or a distribution is missing or older than what it is made from.
is_stale() {
  local ear=$project/haas-ear/target/haas.ear fetched=$project/haas-ear/target/distributions/complete
  [ -f "$ear" ] && [ -f "$fetched" ] && [ -f "$project/haas-ear/target/classes/versions.properties" ] || return 0
  [ -n "$(find "$project"/pom.xml "$project"/haas-*/pom.xml "$project"/haas-*/src/main -newer "$ear" -print -quit)" ]
}

# Builds with the JDK $JAVA_HOME what is not there or is older than its sources.
build() {
  is_stale || return 0
  command -v mvn >/dev/null || fail "Maven (mvn) is missing: apt-get install maven."
  local from=$SECONDS log=$project/haas-ear/target/build.log
  mkdir -p "$project/haas-ear/target"
  echo "Building HaaS and fetching its servers from Maven Central (the first time takes some minutes) ..."
  # A page that was deleted from the sources would stay in a WAR's folder, and be deployed.
  rm -rf "$project"/haas-rest/target/haas-rest-*/ "$project"/haas-web/target/haas-web-*/
  (cd "$project" && mvn -q -B -ntp -Pdistributions -DskipTests -Dspotless.check.skip -pl haas-ear -am package) >"$log" 2>&1 ||
    fail "HaaS was not built; Maven says in $log:
$(grep -E 'ERROR|No such' "$log" | head -20)"
  touch "$project/haas-ear/target/distributions/complete" "$project/haas-ear/target/haas.ear"
  echo "Built in $((SECONDS - from)) s."
}
