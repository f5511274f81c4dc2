using System.Text.Json.Serialization;

namespace Classifier.App.Workers;

/// <summary>What a worker does with every file.</summary>
internal sealed record WorkerSetup
{
    /// <summary>How files are read and scored.</summary>
    public required PipelineOptions Pipeline { get; init; }

    /// <summary>Memory that the worker may use, in MiB.</summary>
    public required int MemoryMiB { get; init; }
}

/// <summary>Who the worker is: a run's results must all come from the same program and model.</summary>
/// <param name="Build">Identity of the compiled library.</param>
/// <param name="Model">Id of the model; empty where none was asked.</param>
/// <param name="ModelHash">SHA-256 over the model's files; empty where none was asked.</param>
internal sealed record WorkerReady(string Build, string Model, string ModelHash);

/// <summary>A file to read.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="DocumentId">SHA-256 of its content as the parent read it.</param>
internal sealed record WorkerRequest(string Path, string DocumentId);

/// <summary>JSON of the messages and of the results' heads: generated code, and strict about what it reads.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = 16)]
[JsonSerializable(typeof(WorkerSetup))]
[JsonSerializable(typeof(WorkerReady))]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(ProposalResult))]
internal sealed partial class WorkerJson : JsonSerializerContext;
