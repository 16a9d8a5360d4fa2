/// What goes wrong between sessions that tell each other things.
enum MailboxError: Error, Equatable {
    case full(limit: Int, dropped: Int)
    case endless(limit: Int)
}

extension MailboxError: CustomStringConvertible {
    var description: String {
        switch self {
        case .full(let limit, let dropped):
            "mailbox: \(dropped) infos were dropped, since \(limit) were waiting already; send fewer, or larger ones"
        case .endless(let limit):
            "mailbox: \(limit) infos in a row changed nothing on the page; look for infos that send one another"
        }
    }
}
