def fahrenheit(lines):
    texts = [line.strip() for line in lines]
    readings = [float(text) for text in texts if text and not text.startswith("#")]
    return [celsius * 9 / 5 + 32 for celsius in readings]
