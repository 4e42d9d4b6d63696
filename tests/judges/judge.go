// A judge that others wrote: Go's sumdb/note and sumdb/tlog check our receipts and proofs.
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// Ours is only the taking apart of a tlog-proof file, which those packages do not know, and the
// cosignature's message. Built with Debian's packages: GO111MODULE=off GOPATH=/usr/share/gocode.
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// witness checks cosignature/v1 lines, which x/mod leaves to its callers.
type witness struct {
	name   string
	id     uint32
	public ed25519.PublicKey
}

func (w *witness) Name() string    { return w.name }
func (w *witness) KeyHash() uint32 { return w.id }
func (w *witness) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(w.public, append([]byte(head), msg...), sig[8:])
}

func newVerifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) == 3 {
		key, err := base64.StdEncoding.DecodeString(parts[2])
		if err == nil && len(key) == 33 && key[0] == 4 {
			sum := sha256.Sum256([]byte(parts[0] + "\n" + string(key)))
			id := binary.BigEndian.Uint32(sum[:])
			if fmt.Sprintf("%08x", id) != parts[1] {
				return nil, errors.New("key id")
			}
			return &witness{parts[0], id, key[1:]}, nil
		}
	}
	return note.NewVerifier(vkey)
}

type receipt struct {
	leaf  []byte
	index int64
	proof tlog.RecordProof
	note  string
}

func parse(text string) (r receipt, err error) {
	head, rest, ok := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !ok || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" ||
		!strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return r, errors.New("not a tlog-proof")
	}
	if r.leaf, err = base64.StdEncoding.DecodeString(lines[1][6:]); err != nil {
		return r, err
	}
	if r.index, err = strconv.ParseInt(lines[2][6:], 10, 64); err != nil {
		return r, err
	}
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return r, err
		}
		r.proof = append(r.proof, hash)
	}
	r.note = rest
	return r, nil
}

// verify asks for a signature of every given key, as kheo-verify does; the first is the log's.
func verify(text string, keys []note.Verifier) error {
	r, err := parse(text)
	if err != nil {
		return err
	}
	n, err := note.Open([]byte(r.note), note.VerifierList(keys...))
	if err != nil {
		return err
	}
	if len(n.Sigs) != len(keys) {
		return errors.New("a given key did not sign")
	}
	lines := strings.Split(n.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != keys[0].Name() {
		return errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return err
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(r.proof, size, root, r.index, tlog.RecordHash(r.leaf))
}

// meaning is a receipt after all base64 is read: two texts of one meaning differ harmlessly.
func meaning(text string, keys []note.Verifier) string {
	r, err := parse(text)
	if err != nil {
		return err.Error()
	}
	n, err := note.Open([]byte(r.note), note.VerifierList(keys...))
	if err != nil {
		return err.Error()
	}
	out := fmt.Sprintf("%x %d %x %q", r.leaf, r.index, r.proof, n.Text)
	for _, sig := range n.Sigs {
		bytes, _ := base64.StdEncoding.DecodeString(sig.Base64)
		out += fmt.Sprintf(" %s %x", sig.Name, bytes)
	}
	return out
}

func mutants(text string, keys []note.Verifier) error {
	whole := meaning(text, keys)
	harmless := 0
	for bit := 0; bit < len(text)*8; bit++ {
		bytes := []byte(text)
		bytes[bit/8] ^= 1 << (bit % 8)
		if verify(string(bytes), keys) != nil {
			continue
		}
		if meaning(string(bytes), keys) != whole {
			return fmt.Errorf("bit %d of byte %d passes", bit%8, bit/8)
		}
		harmless++
	}
	for n := range text {
		if verify(text[:n], keys) == nil {
			return fmt.Errorf("the first %d bytes pass", n)
		}
	}
	fmt.Printf("%d of %d flips passed, all in unused base64 bits; no truncation did\n",
		harmless, len(text)*8)
	return nil
}

func consistency(text string) error {
	count := 0
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		words := strings.Split(line, " ")
		old, err1 := strconv.ParseInt(words[0], 10, 64)
		size, err2 := strconv.ParseInt(words[1], 10, 64)
		oldRoot, err3 := tlog.ParseHash(words[2])
		root, err4 := tlog.ParseHash(words[3])
		if err1 != nil || err2 != nil || err3 != nil || err4 != nil {
			return fmt.Errorf("cannot read: %s", line)
		}
		var proof tlog.TreeProof
		for _, word := range words[5:] {
			hash, err := tlog.ParseHash(word)
			if err != nil {
				return err
			}
			proof = append(proof, hash)
		}
		err := tlog.CheckTree(proof, size, root, old, oldRoot)
		if (err == nil) != (words[4] == "good") {
			return fmt.Errorf("%d in %d is %s, but: %v", old, size, words[4], err)
		}
		count++
	}
	fmt.Printf("0 of %d cases judged wrongly\n", count)
	return nil
}

// vector is a case of transparency-dev/merkle: an inclusion when it has a leaf hash.
type vector struct {
	LeafIdx, TreeSize, Size1, Size2 json.Number
	LeafHash                        *string
	Root, Root1, Root2              string
	Proof                           []string
	WantErr                         bool
}

func number(n json.Number) int64 {
	value, err := n.Int64()
	if err != nil {
		return -1
	}
	return value
}

// Nothing at all is no hash; a word of another length stands for any hash, and is padded.
func hash(text string) (h tlog.Hash, ok bool) {
	bytes, err := base64.StdEncoding.DecodeString(text)
	copy(h[:], bytes)
	return h, err == nil && len(bytes) > 0 && len(bytes) <= len(h)
}

func (v *vector) check() error {
	var hashes []tlog.Hash
	for _, text := range v.Proof {
		h, err := tlog.ParseHash(text)
		if err != nil {
			return err
		}
		hashes = append(hashes, h)
	}
	first, second := v.Root1, v.Root2
	if v.LeafHash != nil {
		first, second = *v.LeafHash, v.Root
	}
	a, okA := hash(first)
	b, okB := hash(second)
	if !okA || !okB {
		return errors.New("no hash")
	}
	if v.LeafHash != nil {
		return tlog.CheckRecord(hashes, number(v.TreeSize), b, number(v.LeafIdx), a)
	}
	return tlog.CheckTree(hashes, number(v.Size2), b, number(v.Size1), a)
}

func vectors(folder string) error {
	count := 0
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".json" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var v vector
		if err := json.Unmarshal(text, &v); err != nil {
			return err
		}
		count++
		if refused := v.check(); (refused != nil) != v.WantErr {
			return fmt.Errorf("%s: %v", path, refused)
		}
		return nil
	})
	if err == nil {
		fmt.Printf("0 of %d vectors judged wrongly\n", count)
	}
	return err
}

func judge(question string, arguments []string) error {
	if question == "vectors" {
		return vectors(arguments[0])
	}
	text, err := os.ReadFile(arguments[0])
	if err != nil || question == "consistency" {
		if err == nil {
			err = consistency(string(text))
		}
		return err
	}
	vkeys, err := os.ReadFile(arguments[1])
	if err != nil {
		return err
	}
	var keys []note.Verifier
	for _, vkey := range strings.Fields(string(vkeys)) {
		key, err := newVerifier(vkey)
		if err != nil {
			return err
		}
		keys = append(keys, key)
	}
	if question == "mutants" {
		return mutants(string(text), keys)
	}
	return verify(string(text), keys)
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: judge verify|mutants RECEIPT KEYS, consistency FILE, vectors FOLDER")
		os.Exit(2)
	}
	if err := judge(os.Args[1], os.Args[2:]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
