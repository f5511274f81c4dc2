using System.Text;
using Classifier.App.Commands;
using Classifier.App.Workers;
using Classifier.Torch;
using Classifier.Torch.Commands;

// The same program as src/Classifier.App, with encoders: it opens one more kind of model, trains it, and pretrains its encoder.
ModelSource.Others = EncoderModelFolder.Opener;
if (args is [WorkerLoop.Command]) return WorkerLoop.Run();
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args, EncoderTrainCommand.Create(), PretrainCommand.Create());
