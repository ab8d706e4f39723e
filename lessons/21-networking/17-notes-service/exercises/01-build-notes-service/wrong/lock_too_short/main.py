# expect: lost_change
import demo
from api import respond
from client import Notes
from store import Store

if __name__ == "__main__":
    demo.main(Store(), respond, Notes)
