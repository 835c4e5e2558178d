//go:build linux || darwin || freebsd

package server

import "golang.org/x/sys/unix"

// freeBytes is how much an ordinary user may still write to the disk of a folder.
func freeBytes(folder string) (uint64, bool) {
	var disk unix.Statfs_t
	if err := unix.Statfs(folder, &disk); err != nil {
		return 0, false
	}
	return uint64(disk.Bavail) * uint64(disk.Bsize), true
}
