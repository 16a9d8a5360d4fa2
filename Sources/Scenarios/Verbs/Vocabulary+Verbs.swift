extension Vocabulary {
    /// All verbs. To add one, describe it and say what it does in a file of this folder, and name it here.
    static let standard = Vocabulary([
        // What a person does to elements.
        .click, .fill, .type, .choose, .upload, .check, .uncheck, .submit, .focus, .confirm, .dismiss,
        // What a person does to the page as a whole, and what happens around it.
        .open, .page, .go, .press, .paste, .scroll, .resize, .connection, .advance,
        // What goes to the view past the page.
        .push, .send,
        // What a scenario demands and shows.
        .expect, .snapshot, .dump,
        // What names things and holds steps together.
        .let, .group, .include,
    ])
}
