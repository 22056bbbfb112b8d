"""A PostgreSQL of one's own, for tests that crash it or put load on it."""
import os
import shutil
import subprocess
import sys


class Postgres:
    """A private PostgreSQL, run as a user who may run it."""

    def __init__(self, folder):
        self.folder = folder
        self.bin = os.environ.get("POSTGRES_BIN", "/usr/lib/postgresql/15/bin")
        if not os.path.exists(f"{self.bin}/initdb"):
            print(f"skipped, there is no PostgreSQL in {self.bin}")
            sys.exit(0)
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
            os.chmod(folder, 0o755)
        self.call("initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "postgres")
        self.start()
        self.location = f"postgres:///postgres?host={folder}&user=postgres"

    def call(self, program, *words):
        user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        subprocess.run(
            [*user, f"{self.bin}/{program}", *words], check=True, cwd=self.folder, stdout=subprocess.DEVNULL)

    def start(self):
        self.call("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/server.log", "-w", "-t", "60", "-o",
                  f"-k {self.folder} -c listen_addresses= -c max_connections=50", "start")

    def crash(self):
        self.call("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
