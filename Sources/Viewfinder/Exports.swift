@_exported import LiveEngine
