#!/bin/sh
# sbom.sh SBOM DISTRIBUTION: puts the SBOM of the libraries into the distribution, with the Java runtime as one component more.
set -eu
release=$2/lib/runtime/release
version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$release")
modules=$(sed -n 's/^MODULES="\(.*\)"$/\1/p' "$release")
runtime="{\"type\":\"platform\",\"bom-ref\":\"openjdk\",\"name\":\"OpenJDK\",\"version\":\"$version\",\"description\":\"$modules\",\"licenses\":[{\"expression\":\"GPL-2.0-only WITH Classpath-exception-2.0\"}],\"cpe\":\"cpe:2.3:a:oracle:openjdk:$version:*:*:*:*:*:*:*\"}"
sed "s|^  \"components\" : \[|&\\
    $runtime,|" "$1" >"$2/legal/sbom.cdx.json"
grep -q '"OpenJDK"' "$2/legal/sbom.cdx.json"
