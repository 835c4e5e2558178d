package text

import "testing"

func BenchmarkRead(b *testing.B) {
	for _, sample := range []struct {
		name  string
		posts []string
	}{{"mixed", samplePosts}, {"ascii", asciiOf(samplePosts)}} {
		b.Run(sample.name, func(b *testing.B) {
			r := NewReader()
			size := 0
			for _, post := range sample.posts {
				size += len(post)
				r.Read(post, "")
			}
			b.SetBytes(int64(size / len(sample.posts)))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				r.Read(sample.posts[i%len(sample.posts)], "")
			}
		})
	}
}

func BenchmarkReadKnownLanguage(b *testing.B) {
	r := NewReader()
	posts := asciiOf(samplePosts)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		r.Read(posts[i%len(posts)], English)
	}
}

func BenchmarkHashFolded(b *testing.B) {
	word := []byte("parduotuve")
	for b.Loop() {
		HashFolded(word)
	}
}

// asciiOf gives the posts that are plain ASCII.
func asciiOf(posts []string) []string {
	var plain []string
	for _, post := range posts {
		ascii := true
		for i := range len(post) {
			ascii = ascii && post[i] < 0x80
		}
		if ascii {
			plain = append(plain, post)
		}
	}
	return plain
}
