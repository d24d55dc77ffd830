using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "import_batches",
                schema: "platform",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_preview = table.Column<bool>(type: "boolean", nullable: false),
                    last_row = table.Column<int>(type: "integer", nullable: false),
                    tally = table.Column<string>(type: "jsonb", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_batches", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_changes",
                schema: "platform",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after_hash = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_changes", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_mappings",
                schema: "platform",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    shape = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    columns = table.Column<string>(type: "jsonb", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_mappings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_records",
                schema: "platform",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    is_preview = table.Column<bool>(type: "boolean", nullable: false),
                    row_number = table.Column<int>(type: "integer", nullable: false),
                    row_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    result = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    facet = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    root_id = table.Column<Guid>(type: "uuid", nullable: true),
                    issues = table.Column<string>(type: "jsonb", nullable: true),
                    differences = table.Column<string>(type: "jsonb", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undo_left = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_records", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_runs",
                schema: "platform",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    file_bytes = table.Column<long>(type: "bigint", nullable: false),
                    sheet = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    header_row = table.Column<int>(type: "integer", nullable: false),
                    headings = table.Column<string>(type: "jsonb", nullable: false),
                    columns = table.Column<string>(type: "jsonb", nullable: false),
                    brand_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    take_conflicts = table.Column<bool>(type: "boolean", nullable: false),
                    is_quiet = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    row_count = table.Column<int>(type: "integer", nullable: true),
                    fault_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    fault_details = table.Column<string>(type: "jsonb", nullable: false),
                    is_stop_asked = table.Column<bool>(type: "boolean", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dealer_ids = table.Column<string>(type: "jsonb", nullable: true),
                    undone_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lease_by = table.Column<Guid>(type: "uuid", nullable: true),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_runs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_import_batches_tenant_id_run_id_is_preview_last_row",
                schema: "platform",
                table: "import_batches",
                columns: new[] { "tenant_id", "run_id", "is_preview", "last_row" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_changes_tenant_id_run_id_root_id",
                schema: "platform",
                table: "import_changes",
                columns: new[] { "tenant_id", "run_id", "root_id" });

            migrationBuilder.CreateIndex(
                name: "ix_import_mappings_tenant_id_kind_shape_dealer_id",
                schema: "platform",
                table: "import_mappings",
                columns: new[] { "tenant_id", "kind", "shape", "dealer_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_import_records_tenant_id_kind_row_key",
                schema: "platform",
                table: "import_records",
                columns: new[] { "tenant_id", "kind", "row_key" },
                unique: true,
                filter: "row_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_import_records_tenant_id_run_id_is_preview_row_number",
                schema: "platform",
                table: "import_records",
                columns: new[] { "tenant_id", "run_id", "is_preview", "row_number" });

            migrationBuilder.CreateIndex(
                name: "ix_import_records_tenant_id_run_id_root_id",
                schema: "platform",
                table: "import_records",
                columns: new[] { "tenant_id", "run_id", "root_id" },
                filter: "root_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_at_work",
                schema: "platform",
                table: "import_runs",
                columns: new[] { "tenant_id", "state", "id" },
                filter: "state in ('checking', 'applying', 'undoing')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_batches",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "import_changes",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "import_mappings",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "import_records",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "import_runs",
                schema: "platform");
        }
    }
}
