/// How the tokenizer reads text: the tokenizer states that tree construction may switch to.
enum ContentModel: Equatable {
    case data
    /// Text with character references, up to the end tag (`title`, `textarea`).
    case escapableRawText
    /// Text up to the end tag (`style`, `iframe`, ...).
    case rawText
    /// Text up to the end tag, with the comment-like escapes of scripts.
    case script
    /// Text up to the end of the input.
    case plaintext
    /// Text up to `]]>`.
    case characterData
}
