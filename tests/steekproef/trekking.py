"""The draw, written from its description on the page and nothing else: what anybody could do."""
from hashlib import sha256


def trekking(lijst, zaad, aantal, naar_waarde):
    rest = [tuple(map(int, r.split(";"))) for r in lijst.split()[1:]]
    drawn = []
    for j in range(1, aantal + 1):
        gewicht = [w if naar_waarde else 1 for _, w in rest]
        if sum(gewicht) == 0:
            gewicht = [1] * len(rest)
        x = int(sha256((zaad + ":" + str(j)).encode()).hexdigest(), 16) % sum(gewicht)
        i = 0
        while x >= gewicht[i]:
            x, i = x - gewicht[i], i + 1
        drawn.append(rest.pop(i)[0])
    return drawn
