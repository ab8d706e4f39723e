"""What commands there are."""
# TODO: step 1
