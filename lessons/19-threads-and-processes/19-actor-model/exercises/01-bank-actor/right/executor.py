from concurrent.futures import ProcessPoolExecutor

accounts = {}  # in the process of the actor


def deposit(name, amount):
    accounts[name] = accounts.get(name, 0) + amount


def balance(name):
    return accounts.get(name, 0)


def transfer(source, target, amount):
    if balance(source) < amount:
        return False
    deposit(source, -amount)
    deposit(target, amount)
    return True


HANDLERS = {"deposit": deposit, "balance": balance, "transfer": transfer}


class Bank:
    def __init__(self):
        self.actor = ProcessPoolExecutor(max_workers=1)
        self.actor.submit(balance, "")

    def send(self, name, *args):
        if name not in HANDLERS:
            raise ValueError(name)
        return self.actor.submit(HANDLERS[name], *args)

    def deposit(self, name, amount):
        self.send("deposit", name, amount)

    def ask(self, *message):
        return self.send(*message).result()

    def balance(self, name):
        return self.ask("balance", name)

    def transfer(self, source, target, amount):
        return self.ask("transfer", source, target, amount)

    def stop(self):
        self.actor.shutdown(wait=True)
