"""Floating-point arithmetic and attribute access: bodies under gravity."""


class Body:
    def __init__(self, position, velocity, mass):
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = velocity
        self.mass = mass


def make():
    return [
        Body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 39.47),
        Body((4.84, -1.16, -0.10), (0.606, 2.81, -0.02), 0.037),
        Body((8.34, 4.12, -0.4), (-1.01, 1.82, 0.008), 0.011),
        Body((12.89, -15.11, -0.22), (1.08, 0.868, -0.01), 0.0017),
        Body((15.37, -25.9, 0.179), (0.979, 0.594, -0.034), 0.002),
    ]


def advance(bodies, dt):
    for index, a in enumerate(bodies):
        for b in bodies[index + 1 :]:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            force = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
            a.vx -= dx * b.mass * force
            a.vy -= dy * b.mass * force
            a.vz -= dz * b.mass * force
            b.vx += dx * a.mass * force
            b.vy += dy * a.mass * force
            b.vz += dz * a.mass * force
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def run():
    bodies = make()
    for _ in range(2500):
        advance(bodies, 0.001)
    assert bodies[1].x != 4.84
