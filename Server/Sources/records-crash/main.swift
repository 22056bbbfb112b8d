import Records
print("x")
