"""Who may read the figures."""

from pydantic import Field, SecretStr, field_validator

from cairn.platform.settings import Section


class OperationsSettings(Section):
    """Figures for a monitoring system."""

    metrics_token: SecretStr | None = Field(
        None, description="The bearer token that reads `/metrics` from another machine; without it only this one may."
    )
    metrics_worker_port: int | None = Field(
        None, ge=1, le=65535, description="A port on 127.0.0.1 where a worker shows its own figures. None by default."
    )

    @field_validator("metrics_token")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value():
            return None
        if len(value.get_secret_value()) < 16:
            raise ValueError("must have at least 16 characters")
        return value
