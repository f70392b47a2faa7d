"""What breaks in real life: processes that are killed, disks, databases and clocks."""
