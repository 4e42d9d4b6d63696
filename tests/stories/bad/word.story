story A word that no story knows
hope for the best
