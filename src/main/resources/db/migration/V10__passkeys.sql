-- Passkeys, the second factor of a login. Names and columns are Spring Security's; ids are written in Base64.
create table user_entities (
  id           varchar(100) primary key,
  name         varchar(100) not null constraint user_entities_name unique
                            references accounts (username) on delete cascade,
  display_name varchar(200) not null
);

create table user_credentials (
  -- At most 1,023 bytes.
  credential_id                varchar(1400) primary key,
  user_entity_user_id          varchar(100)  not null references user_entities on delete cascade,
  public_key                   bytea         not null,
  signature_count              bigint        not null,
  uv_initialized               boolean       not null,
  backup_eligible              boolean       not null,
  authenticator_transports     varchar(200)  not null,
  public_key_credential_type   varchar(20)   not null,
  backup_state                 boolean       not null,
  attestation_object           bytea         not null,
  attestation_client_data_json bytea         not null,
  created                      timestamp with time zone not null,
  last_used                    timestamp with time zone not null,
  label                        varchar(100)  not null
);

create index user_credentials_by_user on user_credentials (user_entity_user_id);
