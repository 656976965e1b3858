// The store of the end-to-end run: etcd's server as a program of this module, so that its version stands in go.mod.
package main

import (
	"os"

	etcd "go.etcd.io/etcd/server/v3/etcdmain"
)

func main() {
	etcd.Main(os.Args)
}
