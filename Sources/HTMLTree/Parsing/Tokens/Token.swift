/// What the tokenizer hands to tree construction (WHATWG 13.2.5).
enum Token: Equatable {
    case doctype(DoctypeToken)
    case startTag(TagToken)
    case endTag(TagToken)
    case comment(String)
    /// A run of UTF-8 text, never empty; it is free of NUL or consists of nothing else.
    case characters(ArraySlice<UInt8>)
    case endOfInput
}
