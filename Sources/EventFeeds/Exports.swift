// Feeds are read from files, with options and reports: who imports the feeds can name them.
@_exported import NetworkReading
