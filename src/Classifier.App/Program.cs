using System.Text;
using Classifier.App.Commands;
using Classifier.App.Workers;

// A worker starts as fast as it can: it has no command line to parse.
if (args is [WorkerLoop.Command]) return WorkerLoop.Run();
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args);
