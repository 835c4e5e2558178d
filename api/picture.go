package api

import (
	"context"

	"rostrum/staff"
	"rostrum/store"
)

type addPictureQuestion struct {
	RawBody []byte `contentType:"image/*"`
}

type pictureAnswer struct {
	Body Image
}

// addPicture keeps a picture without what is private in it. The same picture sent again is the same picture.
func (s *Server) addPicture(ctx context.Context, c *call, in *addPictureQuestion) (*pictureAnswer, error) {
	if err := staff.May(c.who, staff.WritePosts); err != nil {
		return nil, err
	}
	clean, image, err := s.Develop(ctx, in.RawBody)
	if err != nil {
		return nil, err
	}
	err = s.Store.Write(ctx, func(tx *store.Tx) error { return tx.AddPicture(ctx, image, clean, c.who.ID, c.now) })
	return &pictureAnswer{Image(image)}, err
}
