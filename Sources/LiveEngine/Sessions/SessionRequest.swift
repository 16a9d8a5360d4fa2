/// What a handler asks of its session beside its page; done in order of asking, when all the rest has succeeded.
enum SessionRequest {
    case timer(TimerRequest)
    case message(MessageRequest)
    case task(TaskRequest)
    case presence(PresenceRequest)
    case upload(UploadRequest)
}
