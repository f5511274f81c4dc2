using System.Buffers.Binary;
using System.Text;
using Classifier.Torch.Checkpoints;
using Classifier.Torch.Tokenizers;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Torch.Tests.Checkpoints;

public sealed class CheckpointReaderTests
{
    private static readonly CheckpointReader Reader = new();

    [Theory]
    [InlineData("bert", 37)]
    [InlineData("roberta", 37)]
    public void Read_PublishedLayout_HoldsEveryTensorAndNoOther(string family, int tensors)
    {
        Checkpoint checkpoint = Reader.Read(GoldenCheckpoint.Folder(family));
        Assert.Equal(tensors, checkpoint.Tensors.Count);
        Assert.Equal(new TensorManifest(checkpoint.Config).Shapes.Keys.Order(), checkpoint.Tensors.Keys.Order());
    }

    [Fact]
    public void Read_WrittenCheckpoint_GivesTheSameTensors()
    {
        Checkpoint original = Reader.Read(GoldenCheckpoint.Folder("bert"));
        string folder = Directory.CreateTempSubdirectory("classifier-torch-tests-").FullName;
        original.Config.Write(Path.Combine(folder, CheckpointReader.ConfigFile));
        SafetensorsWriter.Write(Path.Combine(folder, CheckpointReader.WeightsFile), original.Tensors);
        Checkpoint again = Reader.Read(folder);
        Assert.Equal(original.Config, again.Config);
        foreach ((string name, TensorValues tensor) in original.Tensors) Assert.Equal(tensor.Values, again.Tensors[name].Values);
    }

    [Theory]
    [InlineData("\"model_type\": \"bert\"", "\"model_type\": \"gpt2\"", "model_type is 'gpt2', expected 'bert' or 'roberta'")]
    [InlineData("\"hidden_act\": \"gelu\"", "\"hidden_act\": \"relu\"", "hidden_act is 'relu'")]
    [InlineData("\"hidden_size\": 32", "\"hidden_size\": 64", "has shape [")]
    [InlineData("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3", "tensor 'encoder.layer.2.attention.self.query.weight' is missing; 37 of the 53")]
    [InlineData("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1", "tensor 'bert.encoder.layer.1.")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 5", "num_attention_heads is 5, expected a divisor of hidden_size 32")]
    [InlineData("\"hidden_size\": 32", "\"hidden_size\": -1", "hidden_size is -1, expected a whole number")]
    [InlineData("\"vocab_size\"", "\"vocab_sizes\"", "vocab_size is nothing")]
    [InlineData("{", "", "is no JSON")]
    public void Read_OtherArchitecture_IsRefusedWithFieldOrTensor(string from, string to, string message)
    {
        string folder = GoldenCheckpoint.Copy("bert", change: bytes => Encoding.UTF8.GetBytes(ReplaceFirst(Encoding.UTF8.GetString(bytes), from, to)));
        Assert.Contains(message, Refused(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bert.encoder.layer.0.output.dense.bias", "bert.encoder.layer.0.output.dense.bIas", "'bert.encoder.layer.0.output.dense.bIas' has no place")]
    [InlineData("bert.pooler.dense.bias", "bert.pooler.dense.b1as", "'bert.pooler.dense.b1as' has no place")]
    [InlineData("bert.pooler.dense.bias", "embeddings.Lay.Norm.xx", "'embeddings.Lay.Norm.xx' has no place")]
    [InlineData("\"F16\"", "\"I16\"", "has type I16, expected F32, F16 or BF16")]
    [InlineData("\"F16\"", "\"F17\"", "unknown type 'F17'")]
    [InlineData("\"data_offsets\": [0,", "\"data_offsets\": [1,", "expected")]
    public void Read_ChangedTensor_IsRefusedWithItsName(string from, string to, string message)
    {
        Assert.Equal(from.Length, to.Length);
        string folder = GoldenCheckpoint.Copy("bert", CheckpointReader.WeightsFile, bytes => Encoding.Latin1.GetBytes(ReplaceFirst(Encoding.Latin1.GetString(bytes), from, to)));
        Assert.Contains(message, Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NotANumber_IsRefusedWithTensor()
    {
        string folder = GoldenCheckpoint.Copy("bert", CheckpointReader.WeightsFile, bytes =>
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes)), float.NaN);
            return bytes;
        });
        Assert.Contains("'bert.embeddings.word_embeddings.weight' holds NaN at element 0", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingShard_IsRefusedWithFile()
    {
        string folder = GoldenCheckpoint.Copy("roberta");
        File.Delete(Path.Combine(folder, "model-00002-of-00002.safetensors"));
        Assert.Contains("has no model-00002-of-00002.safetensors", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ShardOutsideFolder_IsRefused()
    {
        string folder = GoldenCheckpoint.Copy("roberta", CheckpointReader.IndexFile, bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("model-00002-of", "../model-00002-of", StringComparison.Ordinal)));
        Assert.Contains("expected a file beside it", Refused(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bert", "vocab.txt", "[MASK]", "[MA_K]", "lacks the piece '[MASK]'")]
    [InlineData("bert", "vocab.txt", "##a\n", "##b\n", "the piece '##b' stands in line")]
    [InlineData("roberta", "vocab.json", "<pad>", "<dap>", "lacks the piece '<pad>'")]
    public void Open_BrokenVocabulary_IsRefusedWithPiece(string family, string file, string from, string to, string message)
    {
        string folder = GoldenCheckpoint.Copy(family, file, bytes => Encoding.UTF8.GetBytes(ReplaceFirst(Encoding.UTF8.GetString(bytes), from, to)));
        EncoderConfig config = EncoderConfig.Read(Path.Combine(folder, CheckpointReader.ConfigFile));
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => CheckpointTokenizer.Open(folder, config)).Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 60)]
    public bool Open_TruncatedWeights_IsAlwaysRefused(uint at)
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(GoldenCheckpoint.Folder("bert"), CheckpointReader.WeightsFile));
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, whole[..(int)(at % whole.Length)]);
        string message = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Open(path)).Message;
        File.Delete(path);
        return message.StartsWith(path, StringComparison.Ordinal);
    }

    [Property(MaxTest = 200)]
    public bool Open_FlippedHeaderByte_IsRefusedOrStaysInsideTheFile(uint at, byte value)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(GoldenCheckpoint.Folder("bert"), CheckpointReader.WeightsFile));
        bytes[(int)(at % (8 + BinaryPrimitives.ReadInt64LittleEndian(bytes)))] = value;
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            SafetensorsFile file = SafetensorsFile.Open(path);
            return file.Entries.Values.All(entry => entry.Begin >= 0 && entry.End <= bytes.Length);
        }
        catch (InvalidDataException)
        {
            return true;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Why a checkpoint is not loaded.</summary>
    private static string Refused(string folder) => Assert.Throws<InvalidDataException>(() =>
    {
        foreach (TensorValues tensor in Reader.Read(folder).Tensors.Values) _ = tensor.Values;
    }).Message;

    private static string ReplaceFirst(string text, string from, string to)
    {
        int at = text.IndexOf(from, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidOperationException($"no {from}") : text[..at] + to + text[(at + from.Length)..];
    }
}
