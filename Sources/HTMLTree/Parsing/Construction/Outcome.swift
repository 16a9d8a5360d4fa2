/// What an insertion mode did with a token.
enum Outcome {
    case done
    /// The mode or the stack changed, and the token is to be looked at again under the new one.
    case reprocess
}
