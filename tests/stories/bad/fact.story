story A fact that was never stated
fact nothing.happened
