/// The methods that change a list or a dictionary.
enum CollectionChange: String, CaseIterable {
    case append
    case extend
    case insert
    case pop
    case remove
    case reverse
    case sort
    case clear
    case update
    case setdefault
    case popitem
}
