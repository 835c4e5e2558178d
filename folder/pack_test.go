package folder_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"io/fs"
	"maps"
	"testing"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/policy/starter"
)

func TestPackingKeepsEveryByte(t *testing.T) {
	files, err := folder.Read(starter.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	packed, err := files.Pack()
	if err != nil {
		t.Fatal(err)
	}
	back, err := folder.Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	if !maps.EqualFunc(files, back, bytes.Equal) || len(back) < 50 {
		t.Errorf("packed %d files, got back %d", len(files), len(back))
	}
	if again, _ := back.Pack(); !bytes.Equal(packed, again) {
		t.Error("the same files were packed to other bytes")
	}
}

func TestArchivesThatReachOutAreRefused(t *testing.T) {
	for _, h := range []tar.Header{
		{Name: "../policy.yaml", Typeflag: tar.TypeReg},
		{Name: "/etc/passwd", Typeflag: tar.TypeReg},
		{Name: `a\b`, Typeflag: tar.TypeReg},
		{Name: "policy.yaml", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"},
	} {
		var out bytes.Buffer
		small := gzip.NewWriter(&out)
		archive := tar.NewWriter(small)
		if err := archive.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		archive.Close()
		small.Close()
		if files, err := folder.Unpack(out.Bytes()); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v %v", h.Name, files, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	packed, err := folder.Files{"policy.yaml": []byte("company: Banga\n")}.Pack()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed)
	f.Fuzz(func(t *testing.T, packed []byte) {
		files, err := folder.Unpack(packed)
		for name := range files {
			if err == nil && !fs.ValidPath(name) {
				t.Errorf("unpacked %q", name)
			}
		}
	})
}
