#!/bin/sh
# Refuses a Patroni configuration under which acknowledged papers have been lost (docs/CLUSTER.md).
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: packaging/cluster/check.sh /etc/patroni/config.yml [VERSION]
#        VERSION is that of `patroni --version` when it is not on this machine. Status 2: refused.
set -eu
[ $# -ge 1 ] || { sed -n 's/^# usage: //p' "$0" >&2; exit 2; }
file=$1
[ -r "$file" ] || { echo "$file: không đọc được." >&2; exit 2; }
version=${2:-$(patroni --version 2> /dev/null | sed 's/^patroni //')}
case $version in
[0-9]*.*) ;;
*) echo "Không biết bản Patroni nào: hãy ghi số bản ở sau tên tệp." >&2 && exit 2 ;;
esac

refuse() {
    echo "$file: $1" >&2
    exit 2
}
older_than() {
    [ "$version" != "$1" ] &&
        [ "$(printf '%s\n%s\n' "$version" "$1" | sort -V | head -n 1)" = "$version" ]
}

if grep -Eq '^etcd3:' "$file" && older_than 3.0.3; then
    refuse "Patroni $version với etcd3: làm mất hồ sơ đã báo nhận khi cáp của máy chính \
rút ra rồi cắm lại. Hãy dùng etcd: (và enable-v2 của etcd), hoặc Patroni từ 3.0.3."
fi
for setting in synchronous_mode synchronous_mode_strict; do
    grep -Eq "^ +$setting: *(true|on|yes) *(#.*)?$" "$file" ||
        refuse "hãy đặt $setting: true, nếu không hồ sơ có thể chỉ nằm ở một máy."
done
if grep -Eq "^ +(fsync|full_page_writes): *[\"']?(off|false|no)" "$file"; then
    refuse "đừng tắt fsync hay full_page_writes."
fi
if grep -Eq "^ +synchronous_commit: *[\"']?(off|local|remote_write|false|no)" "$file"; then
    refuse "hãy đặt synchronous_commit: \"on\"."
fi
if grep -Eq 'change-me-' "$file"; then
    echo "$file: mật khẩu mẫu còn trong tệp; hãy đổi trước khi dùng thật." >&2
fi
echo "$file: không có gì làm mất hồ sơ mà chúng tôi biết (Patroni $version)."
