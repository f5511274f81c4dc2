using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Classifier.App.Inputs;
using Classifier.Reports;

namespace Classifier.App.Runs;

/// <summary>What a finished shard says about itself.</summary>
internal sealed record ShardRecord
{
    /// <summary>Number of the part, from 1.</summary>
    public required int Index { get; init; }

    /// <summary>Number of parts.</summary>
    public required int Count { get; init; }

    /// <summary>The build of the program that wrote the results, and alone can read them.</summary>
    public required string Build { get; init; }

    /// <summary>Identity of the program, model and options that made the results, hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>SHA-256 of the list of all inputs, hexadecimal.</summary>
    public required string InputsHash { get; init; }

    /// <summary>The run that all parts together are.</summary>
    public required RunFacts Facts { get; init; }
}

/// <summary>JSON of the files that shards leave for <c>merge</c>.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ShardRecord))]
[JsonSerializable(typeof(SurveyedFile))]
internal sealed partial class ShardJson : JsonSerializerContext;

/// <summary>What a shard leaves in its folder: the list of all inputs, the journal with its own results, and last the record that says it is whole.</summary>
internal static class ShardFolder
{
    private const string RecordName = "shard.json";
    private const string InputsName = "shard.inputs.jsonl";
    private const string JournalName = "shard.journal";

    /// <summary>Path of a finished shard's journal.</summary>
    public static string Journal(string folder) => Path.Combine(folder, JournalName);

    /// <summary>Path of a shard's record; where it stands, the shard is finished.</summary>
    public static string Record(string folder) => Path.Combine(folder, RecordName);

    /// <summary>Leaves a finished shard.</summary>
    public static void Write(string folder, string journal, Shard shard, byte[] fingerprint, RunFacts facts, IReadOnlyList<SurveyedFile> files)
    {
        string inputs = Path.Combine(folder, InputsName);
        using (FileStream stream = File.Create(inputs))
        {
            // Where a file lies differs between machines and is no matter for the reports.
            foreach (SurveyedFile file in files)
            {
                JsonSerializer.Serialize(stream, file with { Path = "" }, ShardJson.Default.SurveyedFile);
                stream.Write("\n"u8);
            }
        }
        File.Move(journal, Journal(folder), overwrite: true);
        ShardRecord record = new()
        {
            Index = shard.Index,
            Count = shard.Count,
            Build = ProgramVersion.Build,
            Fingerprint = Convert.ToHexStringLower(fingerprint),
            InputsHash = Hash(inputs),
            Facts = facts,
        };
        string aside = Record(folder) + ".part";
        File.WriteAllBytes(aside, JsonSerializer.SerializeToUtf8Bytes(record, ShardJson.Default.ShardRecord));
        File.Move(aside, Record(folder), overwrite: true);
    }

    /// <summary>Takes a finished shard back, so that its run can be gone through again.</summary>
    /// <param name="folder">The shard's folder.</param>
    /// <param name="journal">Where the journal goes.</param>
    public static void Reopen(string folder, string journal)
    {
        File.Delete(Record(folder));
        if (File.Exists(Journal(folder))) File.Move(Journal(folder), journal, overwrite: true);
    }

    /// <summary>Reads a shard's record.</summary>
    /// <exception cref="StopException">The folder holds no finished shard.</exception>
    public static ShardRecord ReadRecord(string folder)
    {
        if (!File.Exists(Record(folder))) throw new StopException(ExitCodes.Usage, $"{folder} holds no finished shard ({RecordName} is missing). Run its shard again with --resume, then merge.");
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Record(folder)), ShardJson.Default.ShardRecord)!;
        }
        catch (JsonException)
        {
            throw new StopException(ExitCodes.Usage, $"{Record(folder)} is damaged. Run its shard again with --resume, then merge.");
        }
    }

    /// <summary>Reads the list of all inputs.</summary>
    /// <exception cref="StopException">It is not the list that the record names.</exception>
    public static IReadOnlyList<SurveyedFile> ReadInputs(string folder, ShardRecord record)
    {
        string path = Path.Combine(folder, InputsName);
        if (!File.Exists(path) || Hash(path) != record.InputsHash) throw new StopException(ExitCodes.Usage, $"{path} is missing or was changed since the shard was finished. Run its shard again, then merge.");
        return [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize(line, ShardJson.Default.SurveyedFile)!)];
    }

    private static string Hash(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
