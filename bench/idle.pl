# Opens connections, has each answered once, and keeps them; asks some again when told to.
# SPDX-License-Identifier: AGPL-3.0-or-later
# usage: idle.pl PORT COUNT — prints how many were answered; after a line of input, how many of 200 still are.
use strict;
use IO::Socket::INET;
$| = 1;
my ($port, $count) = @ARGV;
sub answered {
    my ($socket) = @_;
    my $answer = '';
    syswrite $socket, "GET /healthz HTTP/1.1\r\nHost: bench\r\n\r\n" or return 0;
    sysread $socket, $answer, 4096;
    return $answer =~ m{^HTTP/1.1 200};
}
my @open;
for (1 .. $count) {
    my $socket = IO::Socket::INET->new("127.0.0.1:$port") or last;
    push @open, $socket if answered($socket);
}
print scalar(@open), "\n";
<STDIN>;
my $still = 0;
$still += answered($open[int($_ * @open / 200)]) ? 1 : 0 for 0 .. 199;
print "$still\n";
