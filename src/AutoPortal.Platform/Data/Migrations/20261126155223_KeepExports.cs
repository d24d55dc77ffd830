using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepExports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "export_downloads",
                schema: "platform",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    origin = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_downloads", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "export_jobs",
                schema: "platform",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    view = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    query = table.Column<string>(type: "jsonb", nullable: false),
                    columns = table.Column<string>(type: "jsonb", nullable: false),
                    is_csv = table.Column<bool>(type: "boolean", nullable: false),
                    is_revealed = table.Column<bool>(type: "boolean", nullable: false),
                    is_personal = table.Column<bool>(type: "boolean", nullable: false),
                    expected_rows = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reach = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    dealer_ids = table.Column<string>(type: "jsonb", nullable: true),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    row_count = table.Column<long>(type: "bigint", nullable: false),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    file_bytes = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_file_kept = table.Column<bool>(type: "boolean", nullable: false),
                    fault_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    fault_detail = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lease_by = table.Column<Guid>(type: "uuid", nullable: true),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_jobs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "export_rules",
                schema: "platform",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_cap = table.Column<int>(type: "integer", nullable: false),
                    kept_days = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_rules", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "export_subjects",
                schema: "platform",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_subjects", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_export_downloads_tenant_id_job_id_id",
                schema: "platform",
                table: "export_downloads",
                columns: new[] { "tenant_id", "job_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_export_jobs_open",
                schema: "platform",
                table: "export_jobs",
                columns: new[] { "tenant_id", "state", "id" },
                filter: "state in ('waiting_approval', 'queued', 'writing', 'ready')");

            migrationBuilder.CreateIndex(
                name: "ix_export_jobs_tenant_id_by_id_id",
                schema: "platform",
                table: "export_jobs",
                columns: new[] { "tenant_id", "by_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_export_rules_tenant_id",
                schema: "platform",
                table: "export_rules",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_export_subjects_tenant_id_job_id",
                schema: "platform",
                table: "export_subjects",
                columns: new[] { "tenant_id", "job_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "export_downloads",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "export_jobs",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "export_rules",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "export_subjects",
                schema: "platform");
        }
    }
}
